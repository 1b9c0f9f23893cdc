/**
 * Keeps the screen from going dark while the page is in view, where the browser can: nobody touches the computer while a room talks.
 * Returns how to end it. What the browser refuses is no trouble.
 */
export function stayAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let ended = false;
	/** The browser lets go whenever the page is out of sight. */
	async function ask() {
		if (ended || !('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (ended) await lock.release();
		} catch {
			// A battery that runs low, or a rule of the house.
		}
	}
	const seen = () => void ask();
	document.addEventListener('visibilitychange', seen);
	seen();
	return () => {
		ended = true;
		document.removeEventListener('visibilitychange', seen);
		void lock?.release().catch(() => {});
	};
}
