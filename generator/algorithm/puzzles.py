"""Puzzles by backtracking: a small sudoku, a word in a grid, Latin squares and knights' tours."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.arrangements import knight_squares, latin_rows, letters_and_word, sudoku_grid


@algorithm(
    family="puzzles",
    reference="Garns, Number Place, Dell Pencil Puzzles and Word Games (1979)",
    inputs=sudoku_grid,
)
def small_sudoku(grid):
    """Fill the zeros of a sudoku of four rows in place and return it, or return None if that is impossible."""

    def options(row, column):
        top, left = row // 2 * 2, column // 2 * 2
        box = grid[top][left:left + 2] + grid[top + 1][left:left + 2]
        taken = set(grid[row]) | {line[column] for line in grid} | set(box)
        return [number for number in range(1, 5) if number not in taken]

    def fill(cell):
        if cell == 16:  #: every cell is filled | there are cells to look at
            return True
        row, column = divmod(cell, 4)
        if grid[row][column] != 0:  #: the cell is filled already | the cell is free
            return fill(cell + 1)
        for number in options(row, column):
            grid[row][column] = number
            filled = fill(cell + 1)
            if filled:  #: the rest could be filled too | the rest could not be filled
                return True
            grid[row][column] = 0
        return False

    return grid if fill(0) else None


@algorithm(
    family="puzzles",
    reference="LeetCode, Problem 79, Word Search (2012)",
    inputs=letters_and_word,
)
def word_search(grid, word):
    """Find a path of neighbouring cells of a grid that spells a word, no cell being used again, or return None."""
    path = []

    def spell(row, column):
        if not (0 <= row < len(grid) and 0 <= column < len(grid[0])):  #: the cell lies outside of the grid |
            return False
        if (row, column) in path or grid[row][column] != word[len(path)]:  #: the cell is taken or has another letter | the letter is right
            return False
        path.append((row, column))
        if len(path) == len(word):  #: the word is complete | letters are missing
            return True
        for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            spelled = spell(row + down, column + right)
            if spelled:  #: the rest of the word was found | there is no way on in this direction
                return True
        path.pop()
        return False

    for row in range(len(grid)):
        for column in range(len(grid[0])):
            if spell(row, column):  #: the word begins here | the word does not begin here
                return path
    return None


def spell(grid, word, path):
    if len(path) == len(word):  #: the word is complete | letters are missing
        return path
    row, column = path[-1]
    for cell in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
        if cell not in path and grid.get(cell) == word[len(path)]:  #: the cell has the next letter | the path cannot go there
            found = spell(grid, word, path + [cell])
            if found:  #: the rest of the word was found | the way is a dead end
                return found
    return None


@implementation(of=word_search, uses=(spell,))
def word_search_in_cells(grid, word):
    """Find a path of neighbouring cells that spells a word, with the grid as a dictionary of its cells."""
    cells = {}
    for row, line in enumerate(grid):
        for column, letter in enumerate(line):
            cells[row, column] = letter
    for cell, letter in cells.items():
        if letter == word[0]:  #: the word may begin here | the word cannot begin here
            path = spell(cells, word, [cell])
            if path:  #: the word was found | the word does not begin here
                return path
    return None


@algorithm(
    family="puzzles",
    reference="Euler, Recherches sur une nouvelle espece de quarres magiques (1782)",
    inputs=latin_rows,
)
def latin_square(square):
    """Fill the gaps of a Latin square, whose rows and columns hold each symbol of its top row, or return None."""
    symbols = square[0]
    gaps = []
    for i, row in enumerate(square):
        for j, symbol in enumerate(row):
            if symbol is None:  #: this cell is a gap | this cell is filled
                gaps.append((i, j))

    def fill(number):
        if number == len(gaps):  #: every gap is filled | this gap has to be filled
            return True
        i, j = gaps[number]
        for symbol in symbols:
            column = [row[j] for row in square]
            if symbol not in square[i] and symbol not in column:  #: the symbol fits here | the row or the column has it already
                square[i][j] = symbol
                filled = fill(number + 1)
                if filled:  #: the other gaps could be filled too | the other gaps could not be filled
                    return True
                square[i][j] = None
        return False

    return square if fill(0) else None


@algorithm(
    family="puzzles",
    reference="Euler, Solution d'une question curieuse que ne paroit soumise a aucune analyse (1759)",
    inputs=knight_squares,
)
def knights_tour(squares, start):
    """Find an order in which a knight can visit all given squares of a board from a start, or return None."""
    tour = [start]

    def extend():
        if len(tour) == len(squares):  #: every square has been visited | some squares are left
            return True
        row, column = tour[-1]
        for square in squares:
            across = abs(square[0] - row)
            along = abs(square[1] - column)
            if across * along == 2 and square not in tour:  #: the knight can go there | the square is out of reach or visited
                tour.append(square)
                finished = extend()
                if finished:  #: the tour could be finished | the way is a dead end
                    return True
                tour.pop()
        return False

    return tour if extend() else None


@implementation(of=knights_tour)
def knights_tour_with_moves(squares, start):
    """Find an order in which a knight can visit all given squares by trying its eight moves from each."""
    moves = ((1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2))

    def extend(tour, left):
        if not left:  #: every square has been visited | some squares are left
            return tour
        row, column = tour[-1]
        for down, right in moves:
            square = (row + down, column + right)
            if square in left:  #: the knight can go there | no such square is left
                found = extend(tour + [square], left - {square})
                if found is not None:  #: the tour could be finished | the way is a dead end
                    return found
        return None

    return extend([start], set(squares) - {start})
