/** Files of the corpus as they were before a change, so that it can be undone. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Copies {
  /** Name of the folder that holds them. */
  readonly name: string;
  /** Copies a file, where there is one; `from` names where it is now. */
  readonly take: (file: string, from?: string) => void;
}

/** Copies of files of `folder`, in a folder of this name below `root`. */
export function takeCopies(root: string, name: string, folder: string): Copies {
  return {
    name,
    take: (file, from = file) => {
      if (existsSync(join(folder, from))) put(join(folder, from), join(root, name, file));
    },
  };
}

/** Puts files back as they were when they were copied; what was not there then goes. */
export function putBack(root: string, name: string, folder: string, files: readonly string[]): void {
  for (const file of files) {
    const copy = join(root, name, file);
    if (existsSync(copy)) put(copy, join(folder, file));
    else rmSync(join(folder, file), { force: true });
  }
}

export const forgetCopies = (root: string, name: string): void =>
  rmSync(join(root, name), { recursive: true, force: true });

/** Forgets all copies but these. */
export function forgetOtherCopies(root: string, kept: readonly string[]): void {
  const names = existsSync(root) ? readdirSync(root) : [];
  for (const name of names) if (!kept.includes(name)) forgetCopies(root, name);
}

/** Whole or not at all: hidden until it is. */
function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const unfinished = join(dirname(to), `.${process.pid}.part`);
  copyFileSync(from, unfinished);
  renameSync(unfinished, to);
}
