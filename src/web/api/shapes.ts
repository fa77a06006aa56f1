/** What requests have to look like: JSON Schema, of which the document of the API is made and by which requests are checked. */
import type { Context } from 'hono';
import type { WebEnv } from '../guard.ts';
import { WebProblem } from '../problem.ts';

interface Described {
  readonly description?: string;
}

interface StringShape extends Described {
  readonly type: 'string';
  readonly minLength?: number;
  readonly maxLength: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

interface BooleanShape extends Described {
  readonly type: 'boolean';
}

interface IntegerShape extends Described {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

export type FieldShape = StringShape | BooleanShape | IntegerShape;

/** Fields of a body, or parameters of an address; others are refused. */
export interface Shape {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, FieldShape>>;
}

type ValueOf<F> = F extends StringShape ? string : F extends BooleanShape ? boolean : number;
/** The value that a shape describes. */
export type Shaped<S extends Shape> = {
  readonly [Name in keyof S['properties']]?: ValueOf<S['properties'][Name]> | undefined;
};

export const shape = <
  const P extends Readonly<Record<string, FieldShape>>,
  const R extends readonly (keyof P & string)[],
>(
  required: R,
  properties: P,
) => ({ type: 'object', additionalProperties: false, required, properties }) as const;

/** What is not as described; empty where all is. */
function checkShape({ required, properties }: Shape, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return ['expected an object with fields'];
  const missing = required
    .filter((name) => (value as Record<string, unknown>)[name] === undefined)
    .map((name) => `${name}: expected a value, found none`);
  const wrong = Object.entries(value).flatMap(([name, one]) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (field === undefined) return [`${name.slice(0, 40)}: not a field of this request`];
    const expected = expectation(field, one);
    return expected === null ? [] : [`${name}: expected ${expected}`];
  });
  return [...missing, ...wrong];
}

/** What was expected of a value; null where it is that. */
function expectation(field: FieldShape, value: unknown): string | null {
  if (field.type === 'boolean') return typeof value === 'boolean' ? null : 'true or false';
  if (field.type === 'integer') {
    const { minimum, maximum } = field;
    const isRight = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
    return isRight ? null : `a whole number from ${minimum} to ${maximum}`;
  }
  const { minLength = 0, maxLength, pattern, enum: ways } = field;
  if (typeof value !== 'string') return 'a text';
  if (ways !== undefined && !ways.includes(value)) return `one of ${ways.join(', ')}`;
  if (value.length > maxLength || value.trim().length < minLength)
    return `a text of ${minLength} to ${maxLength} characters`;
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? null : `a text like ${pattern}`;
}

/** The body of a request. Throws bad-request. */
export async function readBody<S extends Shape>(c: Context<WebEnv>, expected: S): Promise<Shaped<S>> {
  const value: unknown = await c.req.json().catch((cause: Error) => {
    throw new WebProblem('bad-request', { detail: 'The body is not JSON.', cause });
  });
  return checked(expected, value);
}

/** The parameters of an address; numbers are read as such. Throws bad-request. */
export function readQuery<S extends Shape>(c: Context<WebEnv>, expected: S): Shaped<S> {
  const query = Object.entries(c.req.query()).map(([name, text]) => {
    const field = Object.hasOwn(expected.properties, name) ? expected.properties[name] : undefined;
    return [name, field?.type === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text];
  });
  return checked(expected, Object.fromEntries(query));
}

function checked<S extends Shape>(expected: S, value: unknown): Shaped<S> {
  const errors = checkShape(expected, value);
  if (errors.length > 0) throw new WebProblem('bad-request', { errors });
  return value as Shaped<S>;
}
