import type { Metafile } from 'esbuild';

export declare const PROJECT: string;
export declare const INLINED: readonly string[];
export declare function packageOf(path: string): string;
export declare function bundleFolder(): string;
export declare function bundle(folder?: string): Promise<void>;
export declare function bundleInto(
  folder: string,
  others?: Readonly<Record<string, string>>,
): Promise<Metafile>;
