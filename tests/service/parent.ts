/** A program with a library, which is killed in a test; says which process answers. */
import { startLibrary } from '../../src/service/live-library.ts';

const [corpus = '', embeddings = '', model = ''] = process.argv.slice(2);
const library = startLibrary({ corpus: [corpus], embeddings, model });
await library.ready;
console.log(library.processId());
