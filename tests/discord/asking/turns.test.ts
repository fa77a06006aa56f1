import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns, type Refusal, type Turn } from '../../../src/discord/asking/turns.ts';

const asTurn = (turn: Turn | Refusal): Turn => {
  if ('reason' in turn) throw new Error(`expected a turn, got ${turn.reason}`);
  return turn;
};

describe('turns', () => {
  it('begin up to as many as are answered at once, then in the order of asking', async () => {
    const takeTurn = createTurns({ cooldownMs: 0, atOnce: 2, waiting: 2 });
    const begun: string[] = [];
    const turns = ['a', 'b', 'c', 'd'].map((person) => {
      const turn = asTurn(takeTurn(person, true));
      void turn.begins.then(() => begun.push(person));
      return turn;
    });
    await Promise.all([turns[0]!.begins, turns[1]!.begins]);
    expect(begun).toEqual(['a', 'b']);
    turns[1]!.end();
    await turns[2]!.begins;
    turns[0]!.end();
    await turns[3]!.begins;
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are refused above the queue, and given again once there is a place', () => {
    const takeTurn = createTurns({ cooldownMs: 0, atOnce: 1, waiting: 1 });
    const first = asTurn(takeTurn('a', true));
    const second = asTurn(takeTurn('b', true));
    expect(takeTurn('c', true)).toEqual({ reason: 'full' });
    second.end();
    second.end();
    asTurn(takeTurn('c', true));
    expect(takeTurn('d', true)).toEqual({ reason: 'full' });
    first.end();
    asTurn(takeTurn('d', true));
  });

  it('are one a person at a time', () => {
    const takeTurn = createTurns({ cooldownMs: 0, atOnce: 2, waiting: 2 });
    const turn = asTurn(takeTurn('a', true));
    expect(takeTurn('a', true)).toEqual({ reason: 'asking' });
    turn.end();
    asTurn(takeTurn('a', true));
  });
});

describe('after a turn', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a person pauses, told in whole seconds up to the last moment', () => {
    const takeTurn = createTurns({ cooldownMs: 3_000, atOnce: 1, waiting: 1 });
    asTurn(takeTurn('a', true)).end();
    expect(takeTurn('a', true)).toEqual({ reason: 'cooling', seconds: 3 });
    vi.advanceTimersByTime(2_001);
    expect(takeTurn('a', true)).toEqual({ reason: 'cooling', seconds: 1 });
    asTurn(takeTurn('b', true)).end();
    vi.advanceTimersByTime(998);
    expect(takeTurn('a', true)).toEqual({ reason: 'cooling', seconds: 1 });
    vi.advanceTimersByTime(1);
    asTurn(takeTurn('a', true));
    asTurn(takeTurn('b', false)).end();
    // Nobody who has finished is remembered.
    vi.advanceTimersByTime(3_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
