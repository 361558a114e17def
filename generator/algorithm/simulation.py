"""Simulation: a small world is moved on, step by step."""

import heapq
from collections import deque

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.worlds import (
    arrivals_and_tellers,
    collatz_start,
    commands_and_walls,
    jobs_and_quantum,
    living_cells,
    people_and_step,
)


@algorithm(
    family="simulation",
    reference="Bachet, Problemes plaisans et delectables qui se font par les nombres (1612)",
    inputs=people_and_step,
)
def josephus(people, step):
    """Find who is left of people in a circle if the person reached by counting a given step goes out each time."""
    circle = people[:]
    place = 0
    while len(circle) > 1:  #: | a single person is left
        place = (place + step - 1) % len(circle)  #: the person at index {} goes out
        print(circle.pop(place), "goes out")
    return circle[0]


@implementation(of=josephus, imports="from collections import deque")
def josephus_with_a_queue(people, step):
    """Find who is left of people in a circle that is turned by a given step before someone goes out."""
    circle = deque(people)
    while len(circle) > 1:  #: | a single person is left
        for _ in range(step - 1):
            person = circle.popleft()
            circle.append(person)
        out = circle.popleft()
        print(out, "goes out")
    return circle.pop()


@algorithm(
    family="simulation",
    reference="Gardner, The Fantastic Combinations of John Conway's New Solitaire Game Life (1970)",
    inputs=living_cells,
)
def game_of_life(cells):
    """Find the next generation of cells, given by row and column, in order: three neighbours give life and two keep it."""
    neighbours = {}
    for row, column in cells:
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                if (i, j) != (row, column):  #: it is a neighbour | it is the cell itself
                    neighbours[i, j] = neighbours.get((i, j), 0) + 1
    alive = []
    for cell, count in sorted(neighbours.items()):
        if count == 3 or count == 2 and cell in cells:  #: the cell is alive in the next generation | nothing lives here in the next generation
            alive.append(cell)
    return alive


@implementation(of=game_of_life)
def game_of_life_on_a_grid(cells):
    """Find the next generation of cells, given by row and column, in order, by looking at each place around them."""
    rows = [row for row, _ in cells]
    columns = [column for _, column in cells]
    alive = []
    for row in range(min(rows) - 1, max(rows) + 2):
        for column in range(min(columns) - 1, max(columns) + 2):
            near = [(i, j) for i, j in cells if abs(i - row) <= 1 and abs(j - column) <= 1]
            survives = (row, column) in cells and len(near) == 4
            if survives or len(near) == 3:  #: the cell is alive in the next generation | nothing lives here in the next generation
                alive.append((row, column))
    return alive


class Robot:
    def __init__(self, row, column):
        self.row = row
        self.column = column
        self.down = 1
        self.right = 0

    def turn_left(self):
        self.down, self.right = -self.right, self.down

    def turn_right(self):
        self.down, self.right = self.right, -self.down

    def ahead(self):
        return self.row + self.down, self.column + self.right

    def move(self):
        self.row += self.down
        self.column += self.right


@algorithm(
    family="simulation",
    reference="Pattis, Karel the Robot: A Gentle Introduction to the Art of Programming (1981)",
    inputs=commands_and_walls,
    uses=(Robot,),
)
def robot_on_a_grid(commands, walls):
    """Find where a robot that looks down from (0, 0) ends up: L and R turn it, F moves it unless there is a wall."""
    robot = Robot(0, 0)
    for command in commands:
        if command == "L":  #: the robot turns left |
            robot.turn_left()
        elif command == "R":  #: the robot turns right |
            robot.turn_right()
        elif command != "F":  #: the robot does not know this command | the robot is to move
            raise ValueError("unknown command " + command)
        elif robot.ahead() not in walls:  #: the way is free | there is a wall, and the robot stays
            robot.move()
    return robot.row, robot.column


@implementation(of=robot_on_a_grid)
def robot_on_a_grid_by_headings(commands, walls):
    """Find where a robot that looks down from (0, 0) ends up, with a list of the headings that it can have."""
    headings = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    facing = row = column = 0
    for command in commands:
        if command not in ("F", "L", "R"):  #: the robot does not know this command |
            raise ValueError("unknown command " + command)
        if command == "F":  #: the robot is to move | the robot turns
            down, right = headings[facing]
            if (row + down, column + right) in walls:  #: there is a wall, and the robot stays | the way is free
                continue
            row += down
            column += right
        else:
            facing = (facing + (1 if command == "L" else -1)) % 4
    return row, column


@implementation(of=robot_on_a_grid)
def robot_on_a_grid_with_cases(commands, walls):
    """Find where a robot that looks down from (0, 0) ends up, case by case."""
    place, heading = (0, 0), (1, 0)
    for command in commands:
        match command:
            case "L":
                heading = (-heading[1], heading[0])
            case "R":
                heading = (heading[1], -heading[0])
            case "F":
                ahead = (place[0] + heading[0], place[1] + heading[1])
                if ahead not in walls:  #: the way is free | there is a wall, and the robot stays
                    place = ahead
            case _:
                raise ValueError("unknown command " + command)
    return place


@algorithm(
    family="simulation",
    reference="Kleinrock, Analysis of a Time-Shared Processor, Naval Research Logistics Quarterly 11 (1964)",
    inputs=jobs_and_quantum,
    imports="from collections import deque",
)
def round_robin(jobs, quantum):
    """Find when each job is finished if the jobs of a queue get the processor in turn, for a given time at most."""
    queue = deque(jobs.items())
    finished = {}
    time = 0
    while queue:  #: | all jobs are done
        name, needed = queue.popleft()
        if needed <= quantum:  #: the job can be finished now | the job needs more time and goes to the end of the queue
            time += needed
            finished[name] = time
        else:
            time += quantum
            queue.append((name, needed - quantum))
    return finished


@implementation(of=round_robin)
def round_robin_in_rounds(jobs, quantum):
    """Find when each job is finished if all jobs get the processor in turn, round after round."""
    left = dict(jobs)
    finished = {}
    time = 0
    while left:  #: | all jobs are done
        for name in list(left):
            used = min(quantum, left[name])
            time += used
            left[name] -= used
            if left[name] == 0:  #: the job is finished | the job has to wait for the next round
                finished[name] = time
                del left[name]
    return finished


class Job:
    def __init__(self, name, needed):
        self.name = name
        self.needed = needed

    def run(self, quantum):
        used = min(self.needed, quantum)
        self.needed -= used
        return used


@implementation(of=round_robin, uses=(Job,), imports="from collections import deque")
def round_robin_with_job_objects(jobs, quantum):
    """Find when each job is finished if job objects get the processor in turn and know how long they still need it."""
    queue = deque(Job(name, needed) for name, needed in jobs.items())
    finished = {}
    time = 0
    while queue:  #: | all jobs are done
        job = queue.popleft()
        time += job.run(quantum)
        if job.needed > 0:  #: the job goes to the end of the queue | the job is finished
            queue.append(job)
        else:
            finished[job.name] = time
    return finished


@algorithm(
    family="simulation",
    reference="Sedgewick and Wayne, Introduction to Programming in Java (2007)",
    inputs=arrivals_and_tellers,
    imports="import heapq",
)
def bank_queue(customers, tellers):
    """Find how long each customer waits, from the times of arrival and service, if several tellers serve a single queue."""
    free_at = [0] * tellers
    waits = []
    for arrival, service in customers:
        earliest = heapq.heappop(free_at)
        start = max(arrival, earliest)
        waits.append(start - arrival)
        heapq.heappush(free_at, start + service)
    return waits


@implementation(of=bank_queue)
def bank_queue_minute_by_minute(customers, tellers):
    """Find how long each customer waits by looking at the counters minute by minute."""
    waits = []
    busy_until = [0] * tellers
    minute = 0
    while len(waits) < len(customers):  #: | everybody has been served
        arrival, service = customers[len(waits)]
        for teller in range(tellers):
            if arrival <= minute and busy_until[teller] <= minute:  #: this teller is free for the next customer |
                waits.append(minute - arrival)
                busy_until[teller] = minute + service
                break
        else:
            minute += 1
    return waits


@algorithm(
    family="simulation",
    reference="Lagarias, The 3x+1 Problem and Its Generalizations, American Mathematical Monthly 92 (1985)",
    inputs=collatz_start,
)
def collatz(start):
    """Halve even numbers and take 3n + 1 for odd ones until the start is undercut, and return the steps and the largest number."""
    number = largest = start
    steps = 0
    while number >= start:  #: | the number is smaller than the start
        if number % 2 == 0:  #: the number is even | the number is odd
            number //= 2
        else:
            number = 3 * number + 1
            largest = max(largest, number)
        steps += 1
    return steps, largest


def path_down(start):
    number = start
    while number >= start:  #: | the number is smaller than the start
        yield number
        number = number // 2 if number % 2 == 0 else 3 * number + 1


@implementation(of=collatz, uses=(path_down,))
def collatz_by_path(start):
    """Follow the 3n + 1 rule until the start is undercut, and return the steps and the largest number, from the whole path."""
    path = []
    for number in path_down(start):
        path.append(number)
    return len(path), max(path)
