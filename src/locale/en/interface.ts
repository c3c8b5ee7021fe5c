/** What the workbench and the command line say, in English. */
export const interfaceWords = {
  appName: 'Liftbook',
};
