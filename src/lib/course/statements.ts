/** The statements asked before the course and after it: when, and under which id an answer is kept. */
export const TIMES = ['before', 'after'] as const;
export type Time = (typeof TIMES)[number];

/** The id under which the answer to a statement is kept. */
export const statementId = (id: string, time: Time): string => `${id}_${time}`;
