"""The part of bench/graph.ts that measures igraph. Usage: python3 bench/graph-igraph.py FILE"""
import array
import json
import random
import resource
import sys
import time

import igraph


def timed(part, work):
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    took = {"part": part, "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    return result, took


def load():
    pairs = array.array("I")
    with open(sys.argv[1], "rb") as file:
        pairs.frombytes(file.read())
    return igraph.Graph(n=max(pairs) + 1, edges=zip(pairs[::2], pairs[1::2]))


random.seed(1)
graph, loading = timed("load", load)
ranks, ranking = timed("pagerank", graph.pagerank)
ranking["result"] = max(ranks)
leiden = lambda: graph.community_leiden(objective_function="modularity")
found, finding = timed("communities", leiden)
finding["result"] = graph.modularity(found.membership)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
print(json.dumps({"parts": [loading, ranking, finding], "memoryMb": memory}))
