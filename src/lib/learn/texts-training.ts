/** Words that lead staff to a training session. */
export const training = { materials: '研修の印刷物' };
