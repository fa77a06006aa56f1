import type { Problem } from './place.ts';

/** The body that Discord answers a refused request with. */
export interface ErrorBody {
  readonly code: number;
  readonly message: string;
  readonly errors?: ErrorTree;
}

interface ErrorTree {
  [key: string]: ErrorTree | ErrorLeaf[];
}

interface ErrorLeaf {
  readonly code: string;
  readonly message: string;
}

/** Form errors go into a tree along the fields; errors with a number of their own stand alone. */
export function errorBodyOf(problems: readonly Problem[]): ErrorBody {
  const form = problems.filter(({ code }) => typeof code === 'string');
  const alone = problems.find(({ code }) => typeof code === 'number');
  if (form.length === 0 && alone) return { code: Number(alone.code), message: alone.message };
  const errors: ErrorTree = {};
  for (const problem of form) plant(errors, problem);
  return { code: 50035, message: 'Invalid Form Body', errors };
}

function plant(tree: ErrorTree, { path, code, message }: Problem): void {
  let at = tree;
  for (const key of path) {
    const below = at[key];
    const next: ErrorTree = below && !Array.isArray(below) ? below : {};
    at[key] = next;
    at = next;
  }
  const leaves = Array.isArray(at._errors) ? at._errors : [];
  at._errors = [...leaves, { code: String(code), message }];
}
