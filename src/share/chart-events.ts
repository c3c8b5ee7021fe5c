/** Events a chart may listen to: the pointer, never the keyboard. */
export const CHART_EVENTS = {
  defaults: { allow: ['wheel'] },
  selector: false,
  timer: false,
  view: true,
  window: ['mousemove', 'mouseup', 'pointermove', 'pointerup', 'touchmove', 'touchend'],
  globalCursor: false,
};
