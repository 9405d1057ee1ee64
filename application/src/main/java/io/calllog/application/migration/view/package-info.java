/** The rows of the Node backend, and what became of them. */
@NullMarked
package io.calllog.application.migration.view;

import org.jspecify.annotations.NullMarked;
