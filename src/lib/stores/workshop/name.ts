/** Apart from the learners' databases: a training session has no learner. */
export const TRAINING_DATABASE = 'manabiya-training';
