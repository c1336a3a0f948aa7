// The map: a window on the drawing.
const drawing = document.getElementById('drawing');
const whole = { x: 0, y: 0, w: +drawing.dataset.width, h: +drawing.dataset.height };
let view = { ...whole };
const show = () => drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.w} ${view.h}`);
const zoom = (factor, x = 0.5, y = 0.5) => {
  const w = Math.min(Math.max(view.w * factor, 120), whole.w * 4);
  const h = view.h * (w / view.w);
  view = { x: view.x + (view.w - w) * x, y: view.y + (view.h - h) * y, w, h };
  show();
};
const move = (x, y) => {
  view.x += view.w * x;
  view.y += view.h * y;
  show();
};
drawing.addEventListener('wheel', (event) => {
  event.preventDefault();
  const box = drawing.getBoundingClientRect();
  zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
}, { passive: false });
drawing.addEventListener('keydown', (event) => {
  const keys = {
    '+': () => zoom(0.8), '-': () => zoom(1.25), 0: () => { view = { ...whole }; show(); },
    ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
    ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
  };
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
let held = null;
drawing.addEventListener('pointerdown', (event) => { held = [event.clientX, event.clientY]; });
addEventListener('pointerup', () => { held = null; });
drawing.addEventListener('pointermove', (event) => {
  if (!held) return;
  const box = drawing.getBoundingClientRect();
  move((held[0] - event.clientX) / box.width, (held[1] - event.clientY) / box.height);
  held = [event.clientX, event.clientY];
});
for (const type of drawing.querySelectorAll('a')) {
  const near = (on) => () => {
    for (const path of drawing.querySelectorAll('path')) {
      const { from, to } = path.dataset;
      path.classList.toggle('near', on && (from === type.dataset.type || to === type.dataset.type));
    }
  };
  type.addEventListener('pointerenter', near(true));
  type.addEventListener('focus', near(true));
  type.addEventListener('pointerleave', near(false));
  type.addEventListener('blur', near(false));
}
