import { storeContract } from './contract.ts';
import { lmsPlace } from './lms-contract/place.ts';

storeContract('scorm2004', () => lmsPlace('scorm2004-4'), { deletes: false, keepsEvents: false });
