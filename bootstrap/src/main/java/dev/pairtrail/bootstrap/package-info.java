/** The program: its command line, its configuration and its wiring. */
package dev.pairtrail.bootstrap;
