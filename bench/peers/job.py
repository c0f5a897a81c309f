"""The five-model job in NumPy, PyTorch, JAX and scikit-learn: job.py FOLDER EPOCHS numpy|numpy-new|torch|jax|sklearn [float32]

Same arrays, initial weights and batch order as holdout (see task.mjs), one thread, train and validation set evaluated after
every epoch. Prints one line of JSON. The first epoch is counted from the start of the interpreter; `seconds` leaves out what
is spent on compiling, which stands in `compile`.
"""

import json
import os
import resource
import sys
import time

BORN = time.time() - time.process_time()
folder, epochs, library = sys.argv[1], int(sys.argv[2]), sys.argv[3]
if library == 'jax':
    os.environ['XLA_FLAGS'] = '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1'

import numpy as np  # noqa: E402

MODELS = [(0, 0, 0, False), (0.001, 0, 0, False), (0, 0.001, 0, False), (0, 0, 0.5, False), (0, 0, 0, True)]  # l1, l2, dropout, keeps best
BATCH = 64
task = json.load(open(f'{folder}/task.json'))
sizes = task['sizes']


def part(name):
    return np.fromfile(f'{folder}/{name}.f64').reshape(-1, sizes[0]), np.array(task['labels'][name])


(X, y), (XV, yV), (XT, yT) = part('train'), part('validation'), part('test')
ORDER = np.fromfile(f'{folder}/order.i32', '<i4').reshape(-1, len(y))
W = [np.fromfile(f'{folder}/w{i + 1}.f64').reshape(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]
LAST = len(W) - 1
first_epoch = None
compile_seconds = 0.0


def epoch_done():
    global first_epoch
    if first_epoch is None:
        first_epoch = time.time() - BORN


def with_numpy():
    rng = np.random.default_rng(5)

    def forward(P, x, rate=0.0):
        kept, masks = [x], []
        for i, (w, b) in enumerate(P):
            x = x @ w
            x += b
            if i < LAST:
                np.maximum(x, 0, out=x)
                if rate:
                    mask = (rng.random(x.shape, dtype=np.float32) >= rate) / (1 - rate)
                    x *= mask
                    masks.append(mask)
            kept.append(x)
        return kept, masks

    def softmax_loss(z, labels):
        z = z - z.max(1, keepdims=True)
        e = np.exp(z)
        s = e.sum(1, keepdims=True)
        return float(np.mean(np.log(s[:, 0]) - z[np.arange(len(labels)), labels])), e / s

    def evaluate(P, x, labels):
        z = forward(P, x)[0][-1]
        return softmax_loss(z, labels)[0], float((z.argmax(1) == labels).mean())

    for l1, l2, rate, keeps in MODELS:
        P = [(w.copy(), np.zeros(w.shape[1])) for w in W]
        flat = [a for pair in P for a in pair]
        m, v = [np.zeros_like(a) for a in flat], [np.zeros_like(a) for a in flat]
        t, best, kept_best = 0, np.inf, None
        for epoch in range(epochs):
            xs, ys = X[ORDER[epoch]], y[ORDER[epoch]]
            for at in range(0, len(xs), BATCH):
                xb, yb = xs[at : at + BATCH], ys[at : at + BATCH]
                acts, masks = forward(P, xb, rate)
                _, d = softmax_loss(acts[-1], yb)
                d[np.arange(len(yb)), yb] -= 1
                d /= len(yb)
                grads = []
                for i in range(LAST, -1, -1):
                    w, _b = P[i]
                    gw = acts[i].T @ d
                    if l1:
                        gw += l1 * np.sign(w)
                    if l2:
                        gw += (2 * l2) * w
                    grads = [gw, d.sum(0)] + grads
                    if i:
                        d = d @ w.T
                        if rate:
                            d *= masks[i - 1]
                        d *= acts[i] > 0
                t += 1
                c1, c2 = 1 - 0.9**t, np.sqrt(1 - 0.999**t)
                for a, g, mm, vv in zip(flat, grads, m, v):
                    mm *= 0.9
                    mm += 0.1 * g
                    vv *= 0.999
                    g *= g
                    g *= 0.001
                    vv += g
                    step = np.sqrt(vv)
                    step /= c2
                    step += 1e-8
                    np.divide(mm, step, out=step)
                    step *= 0.001 / c1
                    a -= step
            evaluate(P, X, y)
            loss, _ = evaluate(P, XV, yV)
            if keeps and loss < best:
                best, kept_best = loss, [a.copy() for a in flat]
            epoch_done()
        if keeps:
            for a, b in zip(flat, kept_best):
                a[...] = b
        yield evaluate(P, XT, yT)[1]


def with_numpy_new():
    """As courses write it: every operation makes a new array, and every layer hands its input's gradient on."""
    rng = np.random.default_rng(5)

    def forward(P, x, rate=0.0):
        kept, masks = [x], []
        for i, (w, b) in enumerate(P):
            x = np.dot(x, w) + b
            if i < LAST:
                x = np.maximum(0, x)
                if rate:
                    mask = rng.binomial(1, 1 - rate, size=x.shape) / (1 - rate)
                    x = x * mask
                    masks.append(mask)
            kept.append(x)
        return kept, masks

    def softmax_loss(z, labels):
        e = np.exp(z - np.max(z, axis=1, keepdims=True))
        p = e / np.sum(e, axis=1, keepdims=True)
        one_hot = np.eye(z.shape[1])[labels]
        return float(-np.sum(one_hot * np.log(p + 1e-12)) / len(labels)), (p - one_hot) / len(labels)

    def evaluate(P, x, labels):
        z = forward(P, x)[0][-1]
        return softmax_loss(z, labels)[0], float(np.mean(np.argmax(z, axis=1) == labels))

    for l1, l2, rate, keeps in MODELS:
        P = [(w.copy(), np.zeros(w.shape[1])) for w in W]
        m = v = [(np.zeros_like(w), np.zeros_like(b)) for w, b in P]
        t, best, kept_best = 0, np.inf, None
        for epoch in range(epochs):
            xs, ys = X[ORDER[epoch]], y[ORDER[epoch]]
            for at in range(0, len(xs), BATCH):
                acts, masks = forward(P, xs[at : at + BATCH], rate)
                _, d = softmax_loss(acts[-1], ys[at : at + BATCH])
                grads = []
                for i in range(LAST, -1, -1):
                    w = P[i][0]
                    gw = np.dot(acts[i].T, d) + l1 * np.sign(w) + 2 * l2 * w if l1 or l2 else np.dot(acts[i].T, d)
                    grads = [(gw, np.sum(d, axis=0))] + grads
                    d = np.dot(d, w.T)
                    if i:
                        if rate:
                            d = d * masks[i - 1]
                        d = d * (acts[i] > 0)
                t += 1
                m = [tuple(0.9 * a + 0.1 * g for a, g in zip(*pair)) for pair in zip(m, grads)]
                v = [tuple(0.999 * a + 0.001 * g**2 for a, g in zip(*pair)) for pair in zip(v, grads)]
                P = [
                    tuple(p - 0.001 * (a / (1 - 0.9**t)) / (np.sqrt(b / (1 - 0.999**t)) + 1e-8) for p, a, b in zip(*three))
                    for three in zip(P, m, v)
                ]
            evaluate(P, X, y)
            loss, _ = evaluate(P, XV, yV)
            if keeps and loss < best:
                best, kept_best = loss, P
            epoch_done()
        yield evaluate(kept_best if keeps else P, XT, yT)[1]


def with_torch():
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(1)
    torch.manual_seed(5)
    single = sys.argv[4] == 'float32'
    dtype = torch.float32 if single else torch.float64
    T = lambda a: torch.from_numpy(np.ascontiguousarray(a)).to(dtype)  # noqa: E731
    x, xv, xt = T(X), T(XV), T(XT)
    l, lv, lt = (torch.from_numpy(a).long() for a in (y, yV, yT))
    order = torch.from_numpy(ORDER.astype(np.int64))
    for l1, l2, rate, keeps in MODELS:
        layers = []
        for i, w in enumerate(W):
            linear = torch.nn.Linear(*w.shape, dtype=dtype)
            with torch.no_grad():
                linear.weight.copy_(T(w.T))
                linear.bias.zero_()
            layers.append(linear)
            if i < LAST:
                layers.append(torch.nn.ReLU())
                if rate:
                    layers.append(torch.nn.Dropout(rate))
        net = torch.nn.Sequential(*layers)
        kernels = [layer.weight for layer in layers if isinstance(layer, torch.nn.Linear)]
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001, fused=True)  # the fastest of its forms
        best, kept_best = float('inf'), None
        for epoch in range(epochs):
            net.train()
            xs, ls = x[order[epoch]], l[order[epoch]]
            for at in range(0, len(xs), BATCH):
                optimizer.zero_grad()
                loss = F.cross_entropy(net(xs[at : at + BATCH]), ls[at : at + BATCH])
                if l1:
                    loss = loss + l1 * sum(w.abs().sum() for w in kernels)
                if l2:
                    loss = loss + l2 * sum((w * w).sum() for w in kernels)
                loss.backward()
                optimizer.step()
            net.eval()
            with torch.no_grad():
                z = net(x)
                F.cross_entropy(z, l).item(), (z.argmax(1) == l).double().mean().item()
                z = net(xv)
                loss = F.cross_entropy(z, lv).item()
                (z.argmax(1) == lv).double().mean().item()
            if keeps and loss < best:
                best, kept_best = loss, {k: p.clone() for k, p in net.state_dict().items()}
            epoch_done()
        if keeps:
            net.load_state_dict(kept_best)
        net.eval()
        with torch.no_grad():
            yield (net(xt).argmax(1) == lt).double().mean().item()


def with_jax():
    import jax
    import jax.numpy as jnp
    from functools import partial

    jax.config.update('jax_enable_x64', True)
    x, xv, xt, l, lv, lt = map(jnp.asarray, (X, XV, XT, y, yV, yT))

    def net(p, a, rate=0.0, key=None):
        for i, (w, b) in enumerate(p):
            a = a @ w + b
            if i < LAST:
                a = jnp.maximum(a, 0)
                if rate and key is not None:
                    key, k = jax.random.split(key)
                    a = jnp.where(jax.random.bernoulli(k, 1 - rate, a.shape), a / (1 - rate), 0)
        return a

    def cross_entropy(z, labels):
        return -jnp.mean(jax.nn.log_softmax(z)[jnp.arange(len(labels)), labels])

    def objective(p, a, labels, l1, l2, rate, key):
        loss = cross_entropy(net(p, a, rate, key), labels)
        if l1:
            loss += l1 * sum(jnp.abs(w).sum() for w, _ in p)
        if l2:
            loss += l2 * sum((w * w).sum() for w, _ in p)
        return loss

    tree = jax.tree_util.tree_map

    def step(l1, l2, rate, carry, batch):
        p, m, v, t, key = carry
        key, k = jax.random.split(key)
        t = t + 1
        g = jax.grad(objective)(p, *batch, l1, l2, rate, k)
        m = tree(lambda m, g: 0.9 * m + 0.1 * g, m, g)
        v = tree(lambda v, g: 0.999 * v + 0.001 * g * g, v, g)
        p = tree(lambda p, m, v: p - 0.001 * (m / (1 - 0.9**t)) / (jnp.sqrt(v / (1 - 0.999**t)) + 1e-8), p, m, v)
        return (p, m, v, t, key), 0.0

    def measured(p, a, labels):
        z = net(p, a)
        return cross_entropy(z, labels), jnp.mean(z.argmax(1) == labels)

    def compiled(function, *example):
        global compile_seconds
        start = time.perf_counter()
        program = jax.jit(function).lower(*example).compile()
        compile_seconds += time.perf_counter() - start
        return program

    whole = len(y) // BATCH * BATCH
    for l1, l2, rate, keeps in MODELS:
        p = [(jnp.asarray(w), jnp.zeros(w.shape[1])) for w in W]
        zero = tree(jnp.zeros_like, p)
        carry = (p, zero, zero, jnp.zeros(()), jax.random.PRNGKey(5))
        one_epoch = compiled(
            lambda c, xs, ls: jax.lax.scan(partial(step, l1, l2, rate), c, (xs.reshape(-1, BATCH, xs.shape[1]), ls.reshape(-1, BATCH))),
            carry,
            x[:whole],
            l[:whole],
        )
        on_train, on_validation, on_test = (compiled(measured, p, a, labels) for a, labels in ((x, l), (xv, lv), (xt, lt)))
        best, kept_best = float('inf'), None
        for epoch in range(epochs):
            order = ORDER[epoch][:whole]
            carry, _ = one_epoch(carry, x[order], l[order])
            [float(a) for a in on_train(carry[0], x, l)]
            loss, _ = (float(a) for a in on_validation(carry[0], xv, lv))
            if keeps and loss < best:
                best, kept_best = loss, carry[0]
            epoch_done()
        yield float(on_test(kept_best if keeps else carry[0], xt, lt)[1])


def with_sklearn():
    from sklearn.metrics import log_loss
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    threadpool_limits(1)
    for l1, l2, rate, keeps in MODELS:
        if l1 or rate:
            continue  # scikit-learn has neither
        # Its penalty is ½ alpha ‖w‖² / batch, so this alpha has our gradient; it draws its own initial weights.
        net = MLPClassifier(sizes[1:-1], alpha=2 * l2 * BATCH, batch_size=BATCH, random_state=5)
        best, kept_best = np.inf, None
        for _ in range(epochs):
            net.partial_fit(X, y, classes=[0, 1])
            (net.predict(X) == y).mean()
            p = net.predict_proba(XV)
            loss = log_loss(yV, p)
            (p.argmax(1) == yV).mean()
            if keeps and loss < best:
                best, kept_best = loss, [a.copy() for a in net.coefs_ + net.intercepts_]
            epoch_done()
        if keeps:
            net.coefs_, net.intercepts_ = kept_best[: len(W)], kept_best[len(W) :]
        yield float((net.predict(XT) == yT).mean())


contender = {'numpy': with_numpy, 'numpy-new': with_numpy_new, 'torch': with_torch, 'jax': with_jax, 'sklearn': with_sklearn}[library]()
accuracies, seconds = [], 0.0
while True:
    start = time.perf_counter()
    accuracy = next(contender, None)
    if accuracy is None:
        break
    seconds += time.perf_counter() - start
    accuracies.append(accuracy)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
compiling = {'compile': compile_seconds} if compile_seconds else {}
print(json.dumps(dict(seconds=seconds - compile_seconds, **compiling, accuracies=accuracies, firstEpoch=first_epoch, memoryMB=memory)))
