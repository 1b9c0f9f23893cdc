/** Words that the screens of a session and its sheets share. */

/** A board of which only some cards are placed. */
export const someCards = (title: string, cards: number): string => `${title}（うち${cards}枚）`;
