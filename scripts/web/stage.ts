/** A running library over a small corpus of guides and hostile texts, with its page, for a browser to look at. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import type { LiveLibrary } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { startLibrary } from '../../src/service/live-library.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { startBeside, type Web } from '../../src/web/serve.ts';

export const TOKEN = 'a-token-for-the-browser';

/** What somebody might write to be run in the page of others. */
const HOSTILE = `---
title: "<img src=x onerror=alert(1)> Rules of the harbour"
url: "javascript:alert(1)"
---
## <script>alert(1)</script> Mooring

Ships moor at pier nine. <img src="https://elsewhere.example/x.png" onerror="alert(1)"> [click](javascript:alert(2))

\`\`\`html
<script>alert(3)</script>
\`\`\`
`;

export interface Stage {
  readonly web: Web;
  readonly library: LiveLibrary;
  /** Folder of the articles. */
  readonly corpus: string;
  readonly close: () => Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-'));
  const corpus = join(folder, 'corpus');
  cpSync('corpus', corpus, { recursive: true });
  writeFileSync(join(corpus, 'harbour.md'), HOSTILE);
  const config = {
    ...parseConfig({ WEB: '127.0.0.1:0', WEB_TOKEN: TOKEN }),
    ...{ corpus: [corpus], embeddings: join(folder, 'embeddings'), embeddingModel: STATIC_MODEL },
  };
  const library = startLibrary({ ...config, model: STATIC_MODEL });
  await library.ready;
  const state = await openServerState(join(folder, 'state.db'));
  const log = createLog({ level: 'error', secrets: [TOKEN] });
  const web = await startBeside({ config, library, state, log });
  return {
    ...{ web, library, corpus },
    async close() {
      await web.stop();
      await library.close();
      await state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
