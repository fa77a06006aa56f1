import type { Component } from './nouns.ts';

/** All components, nested ones after the one they stand in. */
export function flattenComponents(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...flattenComponents(component.components ?? []),
    ...flattenComponents(component.accessory ? [component.accessory] : []),
  ]);
}

/** The components with ids; Discord numbers those that come without. */
export function numberComponents(components: readonly Component[]): Component[] {
  let last = 0;
  const number = (component: Component): Component => {
    last += 1;
    return {
      id: last,
      ...component,
      ...(component.components && { components: component.components.map(number) }),
      ...(component.accessory && { accessory: number(component.accessory) }),
    };
  };
  return components.map(number);
}
