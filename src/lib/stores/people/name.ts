/** Apart from the database's code, so that one can ask whether there are names without loading it. */

export const PEOPLE_DATABASE = 'manabiya-people';

/** Id of the learner who gave no name. */
export const UNNAMED = 'local';
