/** What one kind of event knows of its people that no other does. */
import type { Question } from '../question/question.ts';
import type { Span } from '../types.ts';

export interface Speciality {
  /** Whether the sentence says that a person does what the question asks; undefined where it asks for nothing of the kind. */
  does(question: Question, name: Span, text: string): boolean | undefined;
  /** Where the party stands that a person does it for. */
  partiesOf(name: Span, text: string): readonly Span[];
}
