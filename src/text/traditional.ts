/** Simplified Chinese as it is written in Taiwan. The door to opencc-js/cn2t, whose dictionaries only Discord needs. */
import { Converter } from 'opencc-js/cn2t';

let convert: ReturnType<typeof Converter> | undefined;

/** Traditional Chinese with the words of Taiwan (服务器 → 伺服器) for Simplified, unchanged otherwise. */
export function toTraditional(text: string): string {
  // 160 ms, so it waits for the first text.
  convert ??= Converter({ from: 'cn', to: 'twp' });
  return convert(text);
}
