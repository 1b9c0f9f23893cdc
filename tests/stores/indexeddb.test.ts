import { storeContract } from './contract.ts';
import { bench } from './surroundings.ts';

storeContract('indexeddb', () => bench());
