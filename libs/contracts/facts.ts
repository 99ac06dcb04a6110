// What the services tell each other. Facts carry no phone numbers and no identity numbers: notify asks the owner.
export * from './facts/projects.js';
export * from './facts/agents.js';
export * from './facts/approvals.js';
export * from './facts/notify.js';
