import { openCorpus } from '../open-corpus.ts';
import { describeSearchIndex } from './search-contract.ts';

describeSearchIndex('files', openCorpus);
