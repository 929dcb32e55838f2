export const example = "the file that tests fetch";
