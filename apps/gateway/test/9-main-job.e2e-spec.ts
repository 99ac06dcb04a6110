import { testPlatformUrl } from '#libs/testing/config.js';
import { House } from '#tools/demo/house.js';
import { playRefusals } from '#tools/demo/refusals.js';
import { Stage } from '#tools/demo/stage.js';
import { playAnother, playMain } from '#tools/demo/story.js';

// Moves business time: it runs last and alone. Every step of the story checks what it did and throws when it is wrong.
describe('the main job, from the yearly list to the licences', () => {
  const stage = new Stage(testPlatformUrl(), true);
  let house: House;
  beforeAll(async () => {
    house = await House.furnish(stage);
  }, 120_000);

  it('drives SP025 through the whole plan', () => playMain(stage, house), 240_000);

  it('refuses what must be refused, each with its exact sentence', async () => {
    await playRefusals(stage, house);
    const codes = stage.refusals.map((line) => line.slice(0, 3));
    expect(codes).toEqual(
      expect.arrayContaining(['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10']),
    );
  }, 120_000);

  it('does the same for another sample, with no line made for it', () => playAnother(stage, house, 7), 240_000);
});
