/** Why a record cannot be kept, one English line each. The Japanese texts for learners live in the ui room's messages. */
export const STORE_ERRORS = {
	refused: 'The browser or its policy allows this page no storage; nothing will be kept.',
	full: 'The storage quota or the disk is full; answers stay in memory until there is room.',
	blocked: 'Another window holds the database and does not let go, or opening it never ended.',
	'newer-version': 'The stored record was made by a newer version of this tool; it is left untouched.',
	wiped: 'The storage was emptied or deleted while in use; everything known is being written again.',
	closed: 'The store has been closed; nothing more is taken.',
	'lms-missing':
		'There is no LMS, or it did not start the course, which goes on and is kept on this computer alone.',
	'lms-refused': 'The LMS does not accept what it is told; kept on this computer, told again.',
	'lms-lost': 'The LMS has vanished or ended the session; kept on this computer, told at the next launch.',
	'state-unreadable':
		'The LMS holds a state that cannot be read; nothing is written over it until the learner says so.',
	unknown: 'The storage failed for a reason it does not tell; saving is tried again.'
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

export const STORE_ERROR_CODES = Object.keys(STORE_ERRORS) as readonly StoreErrorCode[];
