/** What has to be right before questions are answered, from what everything needs to what one place needs. */
import type { Config } from '../config.ts';
import { checkAddons, checkNode } from './machine.ts';

/** What works, and may work worse than it could: what that means, and what to do. */
export interface Warning {
  readonly warning: string;
}

interface Check {
  readonly name: string;
  /** Checks without which this one would say nothing, or the wrong thing. */
  readonly needs?: readonly string[];
  /** What was found, for a check that passed; null where there is nothing to check. Throws an error that says what to do. */
  readonly run: (config: Config) => string | Promise<string | Warning | null>;
}

/** Each is loaded when its turn comes: what a broken package keeps from loading would take the others with it. */
const CHECKS: readonly Check[] = [
  { name: 'Node', run: () => checkNode(process.versions.node) },
  { name: 'native addons', run: checkAddons },
  {
    name: 'model',
    needs: ['native addons'],
    run: async (config) => (await import('./model-files.ts')).checkModel(config),
  },
  {
    name: 'vectors of the model',
    needs: ['model'],
    run: async (config) => (await import('./model-vectors.ts')).checkVectors(config),
  },
  {
    name: 'reranker',
    needs: ['native addons'],
    run: async (config) => (await import('./model-files.ts')).checkReranker(config),
  },
  { name: 'corpus', run: async (config) => (await import('./corpus.ts')).checkCorpus(config) },
  {
    name: 'index folder',
    run: async ({ embeddings }) => (await import('./folder.ts')).checkWritable(embeddings, 'EMBEDDINGS'),
  },
  // What mends an index builds it: with these models, of these articles, in this folder.
  {
    name: 'index',
    needs: ['model', 'corpus', 'index folder'],
    run: async (config) => (await import('./index-state.ts')).checkIndex(config),
  },
  {
    name: 'a question',
    needs: ['index', 'reranker'],
    run: async (config) => (await import('./question.ts')).checkQuestion(config),
  },
  {
    name: 'database',
    needs: ['native addons'],
    run: async ({ database, stateServer }) =>
      (await import('./database.ts')).checkDatabase(database, stateServer),
  },
  {
    name: 'sources',
    needs: ['database'],
    run: async (config) => (await import('./sources.ts')).checkSources(config),
  },
  {
    name: 'language model',
    run: async (config) => config.llm && (await import('./language-model.ts')).checkLanguageModel(config.llm),
  },
  { name: 'Discord', run: checkDiscord },
];

export interface Finding {
  readonly name: string;
  readonly outcome: 'passed' | 'warned' | 'failed' | 'skipped';
  /** What was found, or what to do. */
  readonly message: string;
}

/** Runs all checks, one after the other; one whose needs did not pass is skipped, and one without anything to check left out. */
export async function* runChecks(config: Config): AsyncGenerator<Finding> {
  const passed = new Set<string>();
  for (const { name, needs = [], run } of CHECKS) {
    const lacks = needs.filter((need) => !passed.has(need));
    if (lacks.length > 0) {
      yield { name, outcome: 'skipped', message: `mend first: ${lacks.join(', ')}` };
      continue;
    }
    try {
      const found = await run(config);
      passed.add(name);
      if (found === null) continue;
      yield typeof found === 'string'
        ? { name, outcome: 'passed', message: found }
        : { name, outcome: 'warned', message: found.warning };
    } catch (error) {
      yield { name, outcome: 'failed', message: (error as Error).message };
    }
  }
}

async function checkDiscord({ discordToken, discordApi, messageContent }: Config): Promise<string> {
  if (discordToken === '') return 'no DISCORD_TOKEN is set: npm start is a chat in the terminal';
  const { MESSAGE_CONTENT, readBotAccount } = await import('../discord/connection/check.ts');
  const { name, privilegedIntents } = await readBotAccount(discordToken, discordApi);
  const needed = messageContent ? [MESSAGE_CONTENT] : [];
  if (needed.some((intent) => !privilegedIntents.includes(intent)))
    throw new Error(
      'MESSAGE_CONTENT=1 needs the Message Content Intent. Switch it on under "Privileged Gateway Intents" on the Bot page of ' +
        'https://discord.com/developers/applications, or set MESSAGE_CONTENT=0.',
    );
  const spare = privilegedIntents.filter((intent) => !needed.includes(intent));
  const found = needed.length === 0 ? 'no privileged intent is needed' : 'the Message Content Intent is on';
  return `the token belongs to ${name}; ${spare.length === 0 ? found : `switched on and not needed: ${spare.join(', ')}`}`;
}
