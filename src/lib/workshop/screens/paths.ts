/** Addresses of the training's screens, always `#/…`. */
export function trainingPaths(course: string) {
	const base = `#/${course}/training`;
	return {
		prepare: base,
		show: (id: string) => `${base}/${id}/show`,
		notes: (id: string) => `${base}/${id}/notes`,
		record: (id: string) => `${base}/${id}/record`,
		/** What is printed for this session; `materials` is for the standard ones. */
		sheets: (id: string) => `${base}/${id}/materials`,
		about: `#/${course}/about`,
		materials: `#/${course}/materials`
	};
}
export type TrainingPaths = ReturnType<typeof trainingPaths>;
