import { describe, expect, it } from "vitest";
import { polyline } from "../../src/draw/polyline.ts";
import { indexScene } from "../../src/editor/scene-index.ts";
import { TWO_BOXES } from "../support/scene-fixture.ts";

describe("scene index", () => {
  const index = indexScene(TWO_BOXES);

  it("finds the strand under a point on its curve, by array and axis", () => {
    const wire = index.wireAt({ x: 100, y: 31 }, 4);
    expect(wire).toMatchObject({ array: "Y", axis: "m", definition: "", path: "" });
    expect(index.wireAt({ x: 100, y: 69 }, 4)?.axis).toBe("h");
  });

  it("finds nothing between strands that are further than asked", () => {
    expect(index.wireAt({ x: 100, y: 50 }, 4)).toBeUndefined();
    expect(index.wireAt({ x: 100, y: 50 }, 40)).toBeDefined();
  });

  it("finds strands inside slabs, which have no array of their own", () => {
    const wire = index.wireAt({ x: 20, y: 60 }, 2);
    expect(wire?.axis).toBe("h");
    expect(wire?.array).toBeUndefined();
  });

  it("finds the node whose bounds hold a point", () => {
    expect(index.nodeAt({ x: 170, y: 30 })?.id).toBe("B");
    expect(index.nodeAt({ x: 100, y: 30 })).toBeUndefined();
    expect(index.placesOf("A").map((node) => node.id)).toEqual(["A"]);
  });

  it("finds a strand from everywhere along it", () => {
    for (const bundle of TWO_BOXES.bundles) {
      for (const { axis, points } of bundle.strands) {
        for (const mark of points) {
          if (mark.kind !== "strand") throw new RangeError(`A ${mark.kind} among strands.`);
          for (const point of polyline(mark.path)) {
            expect(index.wireAt(point, 1)?.axis).toBe(axis);
          }
        }
      }
    }
  });
});
