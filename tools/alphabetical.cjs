const { default: Sequencer } = require('@jest/test-sequencer');

/** Flows run in the order of their names: those that move time are named to come last. */
module.exports = class Alphabetical extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => a.path.localeCompare(b.path));
  }
};
