"""An epoch on images in PyTorch: images.py FOLDER mlp|cnn float64|float32

Same pixels, initial weights and batch order as holdout (see images-task.mjs), one thread. Prints one line of JSON.
"""

import json
import resource
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

folder, name, kind = sys.argv[1:4]
torch.set_num_threads(1)
dtype = getattr(torch, kind)
task = json.load(open(f'{folder}/task.json'))
samples, batch = task['samples'], task['batchSize']
pixels = torch.from_numpy(np.fromfile(f'{folder}/pixels.u8', np.uint8).reshape(-1, 1, 28, 28))
labels = torch.from_numpy(np.fromfile(f'{folder}/labels.u8', np.uint8).astype(np.int64))
order = torch.from_numpy(np.fromfile(f'{folder}/order.i32', '<i4').astype(np.int64))
W = [np.fromfile(f'{folder}/{name}{i + 1}.f64').reshape(shape) for i, shape in enumerate(task['shapes'][name])]

if name == 'cnn':
    conv = torch.nn.Conv2d(1, 32, 3)
    first = W[2].reshape(13, 13, 32, -1).transpose(2, 0, 1, 3).reshape(W[2].shape)  # channels before places here
    kernels = [W[0].transpose(3, 2, 0, 1), W[1], first.T, W[3], W[4].T, W[5]]
    layers = [conv, torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(), torch.nn.Linear(5408, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)]
else:
    kernels = [a.T if a.ndim == 2 else a for a in W]
    layers = [torch.nn.Flatten(), torch.nn.Linear(784, 256), torch.nn.ReLU(), torch.nn.Linear(256, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)]
net = torch.nn.Sequential(*layers).to(dtype)
with torch.no_grad():
    for parameter, value in zip(net.parameters(), kernels, strict=True):
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(value)))
optimizer = torch.optim.Adam(net.parameters(), lr=0.001, fused=True)

start = time.perf_counter()
for at in range(0, samples, batch):
    rows = order[at : at + batch]
    optimizer.zero_grad()
    F.cross_entropy(net(pixels[rows].to(dtype) / 255), labels[rows]).backward()
    optimizer.step()
seconds = time.perf_counter() - start
net.eval()
with torch.no_grad():
    accuracy = (net(pixels[samples:].to(dtype) / 255).argmax(1) == labels[samples:]).double().mean().item()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(dict(seconds=seconds, accuracy=accuracy, memoryMB=memory)))
