/** What the walls of a loop are called inside of it. */
export const LEFT_WALL = "left wall";
export const RIGHT_WALL = "right wall";
