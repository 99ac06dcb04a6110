// The contracts of the projects service, one file a feature.
export * from './projects/units.js';
export * from './projects/project-lists.js';
export * from './projects/projects.js';
export * from './projects/eligibility.js';
export * from './projects/cases.js';
export * from './projects/case-views.js';
export * from './projects/agreements.js';
export * from './projects/mandates.js';
export * from './projects/joint-reviews.js';
export * from './projects/notices.js';
export * from './projects/visits.js';
export * from './projects/documents.js';
export * from './projects/ledger.js';
export * from './projects/notes.js';
export * from './projects/consultations.js';
export * from './projects/publication.js';
export * from './projects/workbench.js';
