type Place = { getBoundingClientRect: () => DOMRect };

/** Where something is now, for a popup beside it; where it was last, once it isn't drawn any more. */
export function followPlace(place: Place): Place {
  let last = place.getBoundingClientRect();
  return {
    getBoundingClientRect: () => {
      const now = place.getBoundingClientRect();
      if (now.height > 0) last = now;
      return last;
    },
  };
}
