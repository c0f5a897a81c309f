// Early stopping: what an improvement is, the state machine, the weights that are given back, and the number to watch

import { difference, exercise, expectClose, inline, type Oracle } from '../../grader/spec/exercise';

type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };
type Log = { total: number; penalty: number };
type Epoch = (weights: number[]) => number;

const begin: State = { epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false };
const better = (loss: number, best: number, minDelta: number) => loss < best - minDelta;

/** The state machine with its parts exchanged. */
function machine({
  improves = better,
  first = 1,
  stops = (wait, patience) => wait >= patience,
  after = (state) => state,
  resets = true,
}: {
  improves?: (loss: number, best: number, minDelta: number, state: State) => boolean;
  first?: number;
  stops?: (wait: number, patience: number, epoch: number) => boolean;
  /** What an epoch without improvement does to the best. */
  after?: (state: State, loss: number) => State;
  resets?: boolean;
}) {
  return (state: State, loss: number, { patience, minDelta }: Options): State => {
    const epoch = state.epoch + 1;
    if (improves(loss, state.best, minDelta, state))
      return { epoch, best: loss, bestEpoch: epoch - 1 + first, wait: resets ? 0 : state.wait, stop: false };
    const wait = state.wait + 1;
    return { ...after(state, loss), epoch, wait, stop: stops(wait, patience, epoch) };
  };
}

/** Training with its parts exchanged. An inline callback keeps its function in `run`. */
function training({
  next = machine({}),
  first = 1,
  copy = (weights) => [...weights],
  gives = (best) => best,
  stops = true,
}: {
  next?: (state: State, loss: number, options: Options) => State;
  first?: number;
  copy?: (after: number[], before: number[]) => number[];
  gives?: (best: number[], last: number[], stopped: boolean) => number[];
  stops?: boolean;
}) {
  return (weights: number[], { run }: { run: Epoch }, epochs: number, options: Options) => {
    let state = begin;
    let best = [...weights];
    while (state.epoch < epochs && !(stops && state.stop)) {
      const before = [...weights];
      const { bestEpoch } = state;
      state = next(state, run(weights), options);
      if (state.bestEpoch !== bestEpoch) best = copy(weights, before);
    }
    return {
      epochs: state.epoch,
      bestEpoch: Math.max(0, state.bestEpoch - 1 + first),
      weights: gives(best, weights, state.stop),
    };
  };
}

/** The epoch of the lowest of some number. */
const lowest =
  (of: (log: Log) => number, { first = 1, ties = false } = {}) =>
  (logs: Log[]) => {
    let [best, kept] = [Infinity, 0];
    logs.forEach((log, i) => {
      if (of(log) < best || (ties && of(log) === best)) [best, kept] = [of(log), i + first];
    });
    return kept;
  };
const dataLoss = ({ total, penalty }: Log) => total - penalty;
const nanIsBetter = (loss: number, best: number, minDelta: number) => !(loss >= best - minDelta);
const equalIsBetter = (loss: number, best: number, minDelta: number) => loss <= best - minDelta;
const share = (loss: number, best: number, minDelta: number) => loss < best * (1 - minDelta);
/** As in a program that asks `if (loss)`. */
const zeroIsNone = (loss: number, best: number, minDelta: number) => loss !== 0 && better(loss, best, minDelta);
const notInTheFirst = (wait: number, patience: number, epoch: number) => wait >= patience && epoch > 1;

// The weights are an epoch counter and the losses to come: what is given back tells which epoch it is from.
const replay = inline((weights: number[]) => weights[++weights[0]]);
const kept = (epoch: number, losses: number[]) => [epoch, ...losses];
const inVain = [0.7, 0.5, 0.6, 0.6, 0.4, 0.3]; // with patience 2 it stops after the fourth
/** How many epochs were trained at least: an answer may have put the best weights back. */
const trainedBy = (oracle: Oracle) => Number((oracle.argumentsAfter()[0] as number[])[0]);

export default exercise(
  {
    slug: '07-early-stopping',
    imports: ['holdout'],
    tasks: [
      {
        id: 1,
        export: 'isImprovement',
        points: 2,
        hints: [
          'One comparison does it. What does a comparison with NaN give?',
          'The loss has to be below `best - minDelta`. Ask for what is an improvement, not for what is none: then NaN falls out by itself.',
        ],
        diagnoses: [
          { says: 'minDelta left out: any smaller loss counts', formula: (loss, best) => loss < best },
          {
            says: 'equal counts as an improvement: it has to be lower by more than minDelta',
            formula: (loss, best, d) => loss <= best - d,
          },
          {
            says: 'minDelta with its sign turned: even a larger loss counts',
            formula: (loss, best, d) => loss < best + d,
          },
          { says: 'larger taken as better: a loss is to fall', formula: (loss, best, d) => loss > best + d },
          {
            says: 'NaN counts as an improvement: a comparison with NaN is false, and its opposite true',
            formula: nanIsBetter,
          },
          {
            says: 'exactly minDelta counts: it has to be lower by more than that',
            formula: (loss, best, d) => loss < best && loss <= best - d,
          },
          {
            says: 'minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference',
            formula: share,
          },
          {
            says: 'a loss of 0 taken for none: it is the best there is',
            formula: zeroIsNone,
          },
          {
            says: 'a loss of 0 taken for none: it is the best there is',
            formula: (loss, best, d) => better(loss, best || Infinity, d),
          },
          {
            says: 'any change of more than minDelta counts, upwards too',
            formula: (loss, best, d) => Math.abs(loss - best) > d,
          },
        ],
      },
      {
        id: 2,
        export: 'nextState',
        points: 3,
        hints: [
          'There are two cases, improvement or not, and five numbers. Write down for each case what becomes of each number.',
          'Improvement: best = loss, bestEpoch = this epoch, wait = 0. Otherwise: best and bestEpoch stay, wait grows by 1.',
          'It stops when `wait >= patience`: with patience 1 in the first epoch that is no improvement.',
        ],
        diagnoses: [
          {
            says: 'a wait that is not set back: it counts all epochs without improvement, not those since the last one',
            formula: machine({ resets: false }),
          },
          {
            says: 'one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops when wait reaches the patience',
            formula: machine({ stops: (wait, patience) => wait > patience }),
          },
          {
            says: 'compared with the epoch before: the best is overwritten in every epoch',
            formula: machine({ after: (state, loss) => ({ ...state, best: loss }) }),
          },
          {
            says: 'a best that creeps down by less than minDelta: then small steps never count',
            formula: machine({ after: (state, loss) => ({ ...state, best: Math.min(state.best, loss) }) }),
          },
          { says: 'epochs counted from 0', formula: machine({ first: 0 }) },
          { says: 'minDelta left out', formula: machine({ improves: (loss, best) => loss < best }) },
          {
            says: 'equal counts as an improvement: it has to be lower by more than minDelta',
            formula: machine({ improves: equalIsBetter }),
          },
          {
            says: 'minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference',
            formula: machine({ improves: share }),
          },
          {
            says: 'no stop in the first epoch, as in Keras: here it stops whenever wait reaches the patience',
            formula: machine({ stops: notInTheFirst }),
          },
          { says: 'a loss of 0 taken for none: it is the best there is', formula: machine({ improves: zeroIsNone }) },
          {
            says: 'a memory outside of the state: two equal calls give different states',
            when: async (oracle) => {
              const call = () =>
                oracle.call('nextState', { epoch: 6, best: 0.5, bestEpoch: 4, wait: 2, stop: false }, 0.6, {
                  patience: 1000,
                  minDelta: 0,
                });
              return difference(await call(), await call()) !== undefined;
            },
          },
          {
            says: 'the first loss taken as the best whatever it is: after a NaN nothing is ever better',
            formula: machine({ improves: (loss, best, d, { epoch }) => epoch === 0 || better(loss, best, d) }),
          },
          { says: 'NaN counts as an improvement', formula: machine({ improves: nanIsBetter }) },
          { says: 'it never stops', formula: machine({ stops: () => false }) },
        ],
      },
      {
        id: 3,
        export: 'trainWithEarlyStopping',
        points: 4,
        hints: [
          'A loop around task 2: one epoch, one new state, until it stops or the epochs are used up.',
          '`trainEpoch` writes into one and the same array all the time. What do you hold after an improvement: the numbers, or the array?',
          'Keep `[...weights]` whenever `state.bestEpoch === state.epoch`, and give that back in every case.',
        ],
        diagnoses: [
          {
            says: 'the last weights: the best were kept without a copy, or never given back',
            formula: training({ gives: (_best, last) => last }),
          },
          {
            says: 'best weights only when it stopped: a run that uses up its epochs needs them too',
            formula: training({ gives: (best, last, stopped) => (stopped ? best : last) }),
          },
          { says: 'training goes on to the last epoch', formula: training({ stops: false }) },
          {
            says: 'one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops when wait reaches the patience',
            formula: training({ next: machine({ stops: (wait, patience) => wait > patience }) }),
          },
          {
            says: 'weights from before the best epoch: copy them after it',
            formula: training({ copy: (_after, before) => before }),
          },
          { says: 'epochs counted from 0', formula: training({ first: 0 }) },
          {
            says: 'minDelta left out',
            formula: training({ next: machine({ improves: (loss, best) => loss < best }) }),
          },
          {
            says: 'a wait that is not set back after an improvement',
            formula: training({ next: machine({ resets: false }) }),
          },
          {
            says: 'the first loss taken as the best whatever it is: after a NaN nothing is ever better',
            formula: training({
              next: machine({ improves: (loss, best, d, { epoch }) => epoch === 0 || better(loss, best, d) }),
            }),
          },
          { says: 'NaN counts as an improvement', formula: training({ next: machine({ improves: nanIsBetter }) }) },
          {
            says: 'equal counts as an improvement: it has to be lower by more than minDelta',
            formula: training({ next: machine({ improves: equalIsBetter }) }),
          },
          {
            says: 'minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference',
            formula: training({ next: machine({ improves: share }) }),
          },
          {
            says: 'no stop in the first epoch, as in Keras: here it stops whenever wait reaches the patience',
            formula: training({ next: machine({ stops: notInTheFirst }) }),
          },
          {
            says: 'a loss of 0 taken for none: it is the best there is',
            formula: training({ next: machine({ improves: zeroIsNone }) }),
          },
          {
            says: 'weights from after the first epoch when nothing improved, as in Keras: here those from before training',
            formula: (weights: number[], trainEpoch: { run: Epoch }, epochs: number, options: Options) => {
              const losses = weights.slice(1);
              const { bestEpoch, ...rest } = training({})(weights, trainEpoch, epochs, options);
              return bestEpoch === 0 ? { ...rest, bestEpoch, weights: kept(1, losses) } : { ...rest, bestEpoch };
            },
          },
          {
            says: 'weights of the lowest loss, although it was no improvement: they belong to bestEpoch',
            formula: (weights: number[], { run }: { run: Epoch }, epochs: number, options: Options) => {
              let [lowestLoss, lowestWeights] = [Infinity, [...weights]];
              const watched = (now: number[]) => {
                const loss = run(now);
                if (loss < lowestLoss) [lowestLoss, lowestWeights] = [loss, [...now]];
                return loss;
              };
              const result = training({})(weights, { run: watched }, epochs, options);
              return { ...result, weights: lowestWeights };
            },
          },
          {
            says: 'the right result, but training goes on after the stop: no epoch is trained any more',
            when: async (oracle) => {
              const options = { patience: 2, minDelta: 0 };
              const { epochs } = await oracle.call('trainWithEarlyStopping', [0, ...inVain], replay, 6, options);
              return epochs === 4 && trainedBy(oracle) > 4;
            },
          },
          {
            says: 'something remembered from an earlier training: each begins from nothing',
            when: async (oracle) => {
              const options = { patience: 3, minDelta: 0 };
              const call = () => oracle.call('trainWithEarlyStopping', [0, -1, 0], replay, 2, options); // lower than any before
              return difference(await call(), await call()) !== undefined;
            },
          },
        ],
      },
      {
        id: 4,
        export: 'epochToKeep',
        points: 2,
        hints: [
          'The total is data loss plus penalty. Which of the two tells how well the network does on new examples?',
          'Go through `total - penalty`, remember the lowest so far, and replace it only by a lower one.',
        ],
        diagnoses: [
          {
            says: 'the penalty inside the watched number: a penalty that shrinks looks like learning',
            formula: lowest(({ total }) => total),
          },
          { says: 'the penalty added a second time', formula: lowest(({ total, penalty }) => total + penalty) },
          {
            says: 'the smallest penalty in place of the smallest data loss',
            formula: lowest(({ penalty }) => penalty),
          },
          { says: 'the last of equal epochs', formula: lowest(dataLoss, { ties: true }) },
          { says: 'epochs counted from 0', formula: lowest(dataLoss, { first: 0 }) },
          { says: 'the last epoch, not the best', formula: (logs: Log[]) => logs.length },
          {
            says: 'a data loss of 0 taken for none: it is the best there is',
            formula: lowest((log) => dataLoss(log) || NaN),
          },
          {
            says: 'something remembered from an earlier log: each begins from nothing',
            when: async (oracle) => {
              const call = (...losses: number[]) =>
                oracle.call(
                  'epochToKeep',
                  losses.map((total) => ({ total, penalty: 0 })),
                );
              await call(-1); // lower than any before
              const one = await call(9, 8);
              await call(9, 9, -2);
              return (await call(9, 8)) !== one;
            },
          },
          { says: 'the highest data loss', formula: lowest((log) => -dataLoss(log)) },
          {
            says: 'a NaN that hides all other epochs',
            formula: (logs: Log[]) => logs.map(dataLoss).indexOf(Math.min(...logs.map(dataLoss))) + 1,
          },
          {
            says: 'a search that a NaN ends: nothing is lower than NaN',
            formula: (logs: Log[]) =>
              logs.map(dataLoss).reduce((best, loss, i, all) => (loss < all[best] ? i : best), 0) + 1,
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const agrees = async (name: string, args: () => unknown[], repeats = 5) => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    /** Losses that fall, rise and repeat, some of them NaN. */
    const randomLosses = (length: number) =>
      Array.from({ length }, () => {
        const kind = rng.uniform();
        return kind < 0.1 ? NaN : kind < 0.13 ? 0 : 0.3125 + rng.integer(64) / 128; // exact in binary, also plus a penalty
      });

    task(1, ({ it }) => {
      const says = (loss: number, best: number, minDelta: number, expected: boolean) => async () =>
        expectClose(await answer.call('isImprovement', loss, best, minDelta), expected);
      it('0.4 after 0.5 is an improvement', says(0.4, 0.5, 0, true));
      it('0.6 after 0.5 is none', says(0.6, 0.5, 0, false));
      it('0.5 after 0.5 is none', says(0.5, 0.5, 0, false));
      it('0.49 after 0.5 is none when minDelta is 0.02', says(0.49, 0.5, 0.02, false));
      it('0.47 after 0.5 is one when minDelta is 0.02', says(0.47, 0.5, 0.02, true));
      it('1.99 after 2 is an improvement when minDelta is 0.008', says(1.99, 2, 0.008, true));
      it('0.51 after 0.5 is none when minDelta is 0.02', says(0.51, 0.5, 0.02, false));
      it('0.25 after 0.5 is none when minDelta is 0.25: it has to be more', says(0.25, 0.5, 0.25, false));
      it('the first loss is an improvement', says(0.7, Infinity, 0.01, true));
      it('a loss of 0 is an improvement, and nothing is one after it', async () => {
        expectClose(await answer.call('isImprovement', 0, 0.5, 0.01), true);
        expectClose(await answer.call('isImprovement', 0.3, 0, 0.01), false);
      });
      it('NaN is no improvement, in the first epoch either', async () => {
        expectClose(await answer.call('isImprovement', NaN, 0.5, 0), false);
        expectClose(await answer.call('isImprovement', NaN, Infinity, 0), false);
      });
      it.hidden('isImprovement agrees with the definition on random losses', () =>
        agrees('isImprovement', () => [rng.integer(9) / 8, rng.integer(9) / 8, rng.integer(4) / 8], 24),
      );
    });

    task(2, ({ it }) => {
      const next = (state: State, loss: number, patience: number, minDelta = 0) =>
        answer.call('nextState', state, loss, { patience, minDelta });
      const waiting: State = { epoch: 6, best: 0.5, bestEpoch: 4, wait: 2, stop: false };
      it('the first loss becomes the best', async () =>
        expectClose(await next(begin, 0.7, 3), { epoch: 1, best: 0.7, bestEpoch: 1, wait: 0, stop: false }));
      it('an improvement becomes the best and sets wait back to 0', async () =>
        expectClose(await next(waiting, 0.4, 4), { epoch: 7, best: 0.4, bestEpoch: 7, wait: 0, stop: false }));
      it('an epoch without improvement is waited out, and the best stays', async () =>
        expectClose(await next(waiting, 0.6, 4), { epoch: 7, best: 0.5, bestEpoch: 4, wait: 3, stop: false }));
      it('it stops when wait reaches the patience', async () =>
        expectClose(await next(waiting, 0.6, 3), { epoch: 7, best: 0.5, bestEpoch: 4, wait: 3, stop: true }));
      it('and it still says so when training went on', async () =>
        expectClose(await next({ ...waiting, epoch: 7, wait: 3, stop: true }, 0.6, 3), {
          epoch: 8,
          best: 0.5,
          bestEpoch: 4,
          wait: 4,
          stop: true,
        }));
      it('with patience 1 it stops in the first epoch without improvement', async () => {
        const improved: State = { epoch: 4, best: 0.5, bestEpoch: 4, wait: 0, stop: false };
        expectClose(await next(improved, 0.6, 1), { epoch: 5, best: 0.5, bestEpoch: 4, wait: 1, stop: true });
      });
      it('a loss that equals the best is none', async () =>
        expectClose(await next(waiting, 0.5, 4), { epoch: 7, best: 0.5, bestEpoch: 4, wait: 3, stop: false }));
      it('a loss of 0 becomes the best, and nothing is better', async () => {
        const best: State = { epoch: 7, best: 0, bestEpoch: 7, wait: 0, stop: false };
        expectClose(await next(waiting, 0, 4), best);
        expectClose(await next(best, 0.3, 4), { ...best, epoch: 8, wait: 1 });
      });
      it('two trainings in turn: what is remembered is in their states, and nowhere else', async () => {
        const [one, two] = [await next(begin, 0.7, 2), await next(begin, 0.4, 2)];
        expectClose(await next(one, 0.6, 2), { epoch: 2, best: 0.6, bestEpoch: 2, wait: 0, stop: false });
        const three = await next(two, 0.6, 2);
        expectClose(three, { epoch: 2, best: 0.4, bestEpoch: 1, wait: 1, stop: false });
        expectClose(await next(one, 0.8, 2), { epoch: 2, best: 0.7, bestEpoch: 1, wait: 1, stop: false });
        expectClose(await next(three, 0.6, 2), { epoch: 3, best: 0.4, bestEpoch: 1, wait: 2, stop: true });
      });
      it('a loss that is lower by less than minDelta leaves the best as it is', async () => {
        const waited = { epoch: 7, best: 0.5, bestEpoch: 4, wait: 3, stop: false };
        expectClose(await next(waiting, 0.495, 4, 0.02), waited);
        expectClose(await next(waiting, 0.485, 4, 0.02), waited);
      });
      it('a NaN in the first epoch is waited out', async () =>
        expectClose(await next(begin, NaN, 3), { epoch: 1, best: Infinity, bestEpoch: 0, wait: 1, stop: false }));
      it('a NaN later is waited out too', async () =>
        expectClose(await next(waiting, NaN, 4), { epoch: 7, best: 0.5, bestEpoch: 4, wait: 3, stop: false }));
      it('a NaN in the first epoch ends training when patience is 1', async () =>
        expectClose(await next(begin, NaN, 1), { epoch: 1, best: Infinity, bestEpoch: 0, wait: 1, stop: true }));
      it('nextState leaves the state that it is given as it is', async () => {
        await next(waiting, 0.4, 4);
        expectClose(answer.argumentsAfter()[0], waiting, 0);
      });
      it.hidden('nextState agrees with the definition over a random series of losses', async () => {
        for (let repeat = 0; repeat < 5; repeat++) {
          const options = { patience: 1 + rng.integer(4), minDelta: rng.integer(3) / 100 };
          let state: State = begin;
          for (const loss of randomLosses(8)) {
            const right = await reference.call<State>('nextState', state, loss, options);
            expectClose(await answer.call('nextState', state, loss, options), right);
            state = right.stop ? begin : right;
          }
        }
      });
    });

    task(3, ({ it }) => {
      const trains = (losses: number[], epochs: number, patience: number, minDelta = 0) =>
        answer.call('trainWithEarlyStopping', [0, ...losses], replay, epochs, { patience, minDelta });
      it('losses .7 .5 .4 .6 .5 .8 .9 with patience 3: six epochs, weights of the third', async () => {
        const losses = [0.7, 0.5, 0.4, 0.6, 0.5, 0.8, 0.9];
        expectClose(await trains(losses, 7, 3), { epochs: 6, bestEpoch: 3, weights: kept(3, losses) });
      });
      it('the epochs are used up before patience is: still the weights of the best epoch', async () => {
        const losses = [0.7, 0.5, 0.6, 0.6];
        expectClose(await trains(losses, 4, 10), { epochs: 4, bestEpoch: 2, weights: kept(2, losses) });
      });
      it('an improvement gives the full patience again', async () => {
        const losses = [0.7, 0.8, 0.6, 0.9, 0.5, 0.6, 0.6, 0.1];
        expectClose(await trains(losses, 8, 2), { epochs: 7, bestEpoch: 5, weights: kept(5, losses) });
      });
      it('with minDelta 0.05 small improvements do not count', async () => {
        const flat = [0.7, 0.68, 0.68, 0.3];
        expectClose(await trains(flat, 4, 2, 0.05), { epochs: 3, bestEpoch: 1, weights: kept(1, flat) });
        const losses = [0.7, 0.68, 0.66, 0.64, 0.3];
        expectClose(await trains(losses, 5, 2, 0.05), { epochs: 3, bestEpoch: 1, weights: kept(1, losses) });
      });
      it('a NaN is waited out, in the first epoch too', async () => {
        const losses = [NaN, 0.7, NaN, 0.6, NaN, 0.8];
        expectClose(await trains(losses, 6, 2), { epochs: 6, bestEpoch: 4, weights: kept(4, losses) });
      });
      it('NaN from the start: patience ends it, with the weights from before training', async () => {
        const losses = [NaN, NaN, NaN];
        expectClose(await trains(losses, 3, 2), { epochs: 2, bestEpoch: 0, weights: kept(0, losses) });
      });
      it('a NaN in the only epoch, with patience 1: the weights from before training', async () =>
        expectClose(await trains([NaN, 0.5], 2, 1), { epochs: 1, bestEpoch: 0, weights: kept(0, [NaN, 0.5]) }));
      it('a limit of one epoch is one epoch', async () =>
        expectClose(await trains([0.7, 0.5], 1, 2), { epochs: 1, bestEpoch: 1, weights: kept(1, [0.7, 0.5]) }));
      it('a loss that equals the best is waited out', async () => {
        const losses = [0.5, 0.5, 0.5, 0.4];
        expectClose(await trains(losses, 4, 2), { epochs: 3, bestEpoch: 1, weights: kept(1, losses) });
      });
      it('a loss of 0 is the best there is', async () => {
        const losses = [0.5, 0, 0.25, 0.125, 0.1];
        expectClose(await trains(losses, 5, 3), { epochs: 5, bestEpoch: 2, weights: kept(2, losses) });
      });
      it('losses may be as large as they like', async () => {
        const losses = [3e12, 2e12, 2.5e12];
        expectClose(await trains(losses, 3, 3), { epochs: 3, bestEpoch: 2, weights: kept(2, losses) });
      });
      it('no epoch is trained after it has stopped', async () => {
        expectClose(await trains(inVain, 6, 2), { epochs: 4, bestEpoch: 2, weights: kept(2, inVain) });
        expectClose(Math.max(4, trainedBy(answer)), 4);
      });
      it('a weight that walks past the optimum: back to it', async () => {
        const walk = inline((weights: number[]) => (weights[0] += 0.5) && (weights[0] - 2) ** 2);
        expectClose(await answer.call('trainWithEarlyStopping', [0], walk, 100, { patience: 5, minDelta: 0 }), {
          epochs: 9,
          bestEpoch: 4,
          weights: [2],
        });
      });
      it.hidden('trainWithEarlyStopping agrees with the definition on random losses', () =>
        agrees(
          'trainWithEarlyStopping',
          () => {
            const length = 6 + rng.integer(10);
            return [
              [0, ...randomLosses(length)],
              replay,
              length,
              { patience: 1 + rng.integer(5), minDelta: rng.integer(3) / 100 },
            ];
          },
          8,
        ),
      );
    });

    task(4, ({ it }) => {
      const logs = (totals: number[], penalties: number[]) =>
        totals.map((total, i) => ({ total, penalty: penalties[i] }));
      const keeps = (totals: number[], penalties: number[], expected: number) => async () =>
        expectClose(await answer.call('epochToKeep', logs(totals, penalties)), expected);
      it(
        'the total falls all the time, the data loss is lowest in epoch 2',
        keeps([3, 2.5, 2.25, 2], [2, 2, 1.5, 1], 2),
      );
      it('a penalty that grows hides no epoch either', keeps([2, 1.5, 1.375], [0.5, 0.5, 0.75], 3));
      it('without a penalty it is the epoch with the lowest total', keeps([0.75, 0.5, 0.625], [0, 0, 0], 2));
      it('of equal epochs the first is kept', keeps([1, 0.75, 1.25], [0.5, 0.5, 1], 2));
      it('a data loss of 0 is the lowest', keeps([1, 0.5, 0.75], [0.5, 0.5, 0.5], 2));
      it('losses may be as large as they like', keeps([3e12, 2e12, 2.5e12], [1, 1, 1], 2));
      it('a NaN is never kept, in the first epoch either', keeps([NaN, 2, 1.5, NaN], [1, 1, 0.75, 1], 3));
      it('of nothing but NaN no epoch is kept', keeps([NaN, NaN], [1, 1], 0));
      it.hidden('epochToKeep agrees with the definition on random logs', () =>
        agrees('epochToKeep', () => {
          const length = 3 + rng.integer(8);
          const penalties = Array.from({ length }, () => rng.integer(32) / 16);
          return [
            logs(
              randomLosses(length).map((loss, i) => loss + penalties[i]),
              penalties,
            ),
          ];
        }),
      );
    });
  },
);
