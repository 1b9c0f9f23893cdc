import { storeContract } from './contract.ts';
import { lmsPlace } from './lms-contract/place.ts';

storeContract('scorm12', () => lmsPlace('scorm12'), { deletes: false, keepsEvents: false });
