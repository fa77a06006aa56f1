/** What a language model wrote above the quotes. */
import type { Answer, Written } from '../../../src/answer-types.ts';
import { pathOf, withoutControls } from '../../../src/blocks.ts';
import { writeAddress } from '../address.ts';
import { Blocks } from '../blocks.tsx';
import { tagOf, useSettings } from '../settings.tsx';
import { EvidenceList } from './evidence.tsx';

/** What a language model wrote, the quotes, and which passages its numbers mean. */
export function WrittenShown({ told, written }: { told: Answer; written: Written }) {
  const { language, texts } = useSettings();
  const { blocks, sources, model } = written;
  return (
    <>
      <div class="written">
        <Blocks blocks={blocks} highlights={[]} />
      </div>
      <EvidenceList part={told} />
      {sources.length > 0 && (
        <>
          <p class="note" lang={tagOf(language)}>
            {texts.answer.writtenBy(model)}
          </p>
          <ul class="sources">
            {sources.map(({ number, article, passage, headings }) => (
              <li key={number}>
                <span>[{number}]</span>
                <a href={writeAddress('article', { id: article.id, passage })}>
                  {withoutControls(pathOf([article.title || article.id, ...headings]))}
                </a>
                {article.date !== null && <time dateTime={article.date}>{article.date}</time>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
