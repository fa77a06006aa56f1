/** YAML as people write it. The door to the yaml package. */
import { type ParseOptions, parse, type SchemaOptions } from 'yaml';

/** The value of a text. Throws an error that names line and column. */
export const parseYaml = (text: string, options: ParseOptions & SchemaOptions = {}): unknown =>
  parse(text, options);
