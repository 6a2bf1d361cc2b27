package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;
import static org.junit.platform.commons.support.ReflectionSupport.findMethods;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Event;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of every suite fails on a store that honours nothing, and none can be skipped. */
class HonoursNothingTest {
  private static final int FEWEST_TESTS = 80;

  @TestFactory
  Stream<DynamicNode> failsEveryTest() {
    return suites().map(s -> dynamicContainer(s.getSimpleName(), tests(s).map(m -> fails(s, m))));
  }

  private static DynamicNode fails(Class<?> suite, Method test) {
    return dynamicTest(
        test.getName(),
        () ->
            assertThatThrownBy(() -> run(suite, test))
                .as("%s must fail, and by an assertion of its own", test)
                .isInstanceOf(AssertionError.class));
  }

  private static void run(Class<?> suite, Method test) throws ReflectiveOperationException {
    StoreSuite instance = on(suite);
    instance.openStore();
    invokeMethod(test, instance);
    instance.closeStore();
  }

  private static StoreSuite on(Class<?> suite) throws ReflectiveOperationException {
    return (StoreSuite)
        suite.getDeclaredConstructor(EventStoreContract.class).newInstance(new OnNothing());
  }

  @Test
  void thereAreTests() {
    assertThat(suites().flatMap(HonoursNothingTest::tests)).hasSizeGreaterThan(FEWEST_TESTS);
    assertThat(suites()).allMatch(suite -> tests(suite).findAny().isPresent());
  }

  @Test
  void everySuiteIsAmongThem() {
    assertThat(suites().<Class<?>>map(Class::getSuperclass)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(EventStoreContract.class.getDeclaredClasses()))
        .hasSameSizeAs(suites().toList())
        .allMatch(StoreSuite.class::isAssignableFrom);
  }

  /** No method is switched off, repeated or conditional: it has one annotation, and is a test. */
  @Test
  void noTestCanBeSkipped() {
    assertThat(suites())
        .allSatisfy(suite -> {
          assertThat(annotationsOf(suite)).isEqualTo(Set.of(Nested.class));
          assertThat(annotationsOf(suite.getSuperclass())).isEmpty();
          assertThat(methods(suite)).allMatch(HonoursNothingTest::hasOneRole);
        });
  }

  private static Stream<Method> methods(Class<?> suite) {
    return findMethods(suite, method -> method.getAnnotations().length > 0, TOP_DOWN).stream();
  }

  private static boolean hasOneRole(Method method) {
    return List.of(Set.of(Test.class), Set.of(BeforeEach.class), Set.of(AfterEach.class))
        .contains(annotationsOf(method));
  }

  private static Set<Class<? extends Annotation>> annotationsOf(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .collect(Collectors.toSet());
  }

  private static Stream<Class<?>> suites() {
    return Arrays.stream(EventStoreContract.class.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(Nested.class));
  }

  private static Stream<Method> tests(Class<?> suite) {
    return findAnnotatedMethods(suite, Test.class, TOP_DOWN).stream();
  }

  private static final class OnNothing extends EventStoreContract {
    @Override
    protected StoreUnderTest open() {
      return new Nothing(new HonoursNothing());
    }
  }

  private record Nothing(EventStore store) implements StoreUnderTest {
    @Override
    public int mostMissed() {
      return 1_000;
    }

    @Override
    public void trim(QueueName queue, int keep) {}

    @Override
    public void appendForeign(QueueName queue, Event event) {}

    @Override
    public void appendUnreadable(QueueName queue, Map<String, String> fields) {}

    @Override
    public void removeGroup(QueueName queue, String group) {}

    @Override
    public void deleteAll(QueueName queue) {}

    @Override
    public void spoilSnapshot(QueueName queue) {}

    @Override
    public void close() {}
  }
}
