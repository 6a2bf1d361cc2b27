package dev.pairtrail.benchmarks.matcher;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Prints what a waiting ticket of one player with two attributes weighs, all indexes counted: its
 * objects, and what the heap grows by, which is more where a table does not fill its regions.
 */
public final class Weight {
  private static final int TICKETS = 1_000_000;

  private Weight() {}

  public static void main(String[] arguments) throws JMException {
    long objectsBefore = objects();
    long heapBefore = heap();
    Population population = new Population(BenchRules.within100(1));
    population.arrive(TICKETS, 1500, 300);
    double objects = objects() - objectsBefore;
    double heap = heap() - heapBefore;
    System.out.printf(
        Locale.ROOT,
        "%d waiting tickets: %.1f bytes of objects each, %.1f of heap%n",
        population.state.depth(),
        objects / TICKETS,
        heap / TICKETS);
  }

  /** The bytes of all live objects, by the total of the histogram, which collects garbage first. */
  private static long objects() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    String total =
        histogram.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    return Long.parseLong(total.trim().split("\\s+", -1)[2]);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
