/** Whose question is under way or waits, over all processes; people stand there as hashes, for as long as that lasts. */
import { hashOf, NOW } from './claim-state.ts';
import { type Sql, statement } from './database/sql.ts';

/** A question in the line of whoever asked it. */
export interface SharedTurn {
  readonly id: string;
  readonly personId: string;
  /** The process that has it. */
  readonly holder: string;
  /** Whether it has to wait for the pause after the question before. */
  readonly afterPause: boolean;
}

export interface TurnState {
  /** Stands in line for some milliseconds unless `most` of the person are there; begins where nothing is before it. */
  readonly enterTurn: (turn: SharedTurn, most: number, ms: number) => Promise<'begun' | 'waits' | 'full'>;
  /** Whether it has begun, now or before. */
  readonly beginTurn: (turn: SharedTurn) => Promise<boolean>;
  /** Ends it; the next of the person begins after the pause. */
  readonly leaveTurn: (id: string, pauseMs: number) => Promise<void>;
}

const WAITS = 0;
const ASKS = 1;
const PAUSES = 2;

export function turnState({ together }: Sql): TurnState {
  /** Questions of one process are in order there already. */
  const begin = ({ id, personId, holder, afterPause }: SharedTurn) =>
    statement(
      `UPDATE turn SET stage = ${ASKS} WHERE id = ? AND stage = ${WAITS} AND NOT EXISTS (SELECT 1 FROM turn
         WHERE person = ? AND holder <> ? AND stage BETWEEN ${ASKS} AND ? AND until > ${NOW})`,
      ...[id, hashOf(personId), holder, afterPause ? PAUSES : ASKS],
    );
  const stageOf = (id: string) => statement('SELECT stage FROM turn WHERE id = ?', id);
  return {
    enterTurn: async (turn, most, ms) => {
      const { id, personId, holder } = turn;
      const person = hashOf(personId);
      const found = await together(
        statement(`DELETE FROM turn WHERE person = ? AND until < ${NOW}`, person),
        statement(
          `INSERT INTO turn SELECT ?1, ?2, ?3, ${WAITS}, ${NOW} + ?4 WHERE ?5 >
             (SELECT count(*) FROM turn WHERE person = ?2 AND stage < ${PAUSES})`,
          ...[id, person, holder, ms, most],
        ),
        begin(turn),
        stageOf(id),
      );
      const stage = found.at(-1)?.[0]?.stage;
      if (stage === undefined) return 'full';
      return stage === ASKS ? 'begun' : 'waits';
    },
    beginTurn: async (turn) => {
      const found = await together(begin(turn), stageOf(turn.id));
      // A row that is gone was left too long ago to hold anything up.
      return found[1]?.[0]?.stage !== WAITS;
    },
    leaveTurn: async (id, pauseMs) => {
      await together(
        statement(`DELETE FROM turn WHERE id = ? AND (stage = ${WAITS} OR ? = 0)`, id, pauseMs),
        statement(`UPDATE turn SET stage = ${PAUSES}, until = ${NOW} + ? WHERE id = ?`, pauseMs, id),
      );
    },
  };
}
