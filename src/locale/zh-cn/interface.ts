import type { interfaceWords as english } from '../en/interface';

export const interfaceWords: typeof english = {
  appName: 'Liftbook',
};
