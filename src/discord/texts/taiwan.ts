/** Traditional Chinese as Discord itself writes it in Taiwan. */
import { toTraditional } from '../../text/traditional.ts';

/** How Discord names its parts there, where the words of Taiwan alone do not tell; quotes as they are printed there. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/子區/g, '討論串'],
  [/私信/g, '私人訊息'],
  [/“應用”/g, '“應用程式”'],
  [/許可權/g, '權限'],
  [/帖子/g, '貼文'],
  [/命令/g, '指令'],
  [/刷屏/g, '洗版'],
  [/執行(?=機器人|者)/g, '架設'],
  [/“/g, '「'],
  [/”/g, '」'],
];

export const inTaiwan = (text: string): string =>
  NAMES.reduce((shown, [name, discords]) => shown.replace(name, discords), toTraditional(text));
