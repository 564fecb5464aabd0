# frozen_string_literal: true

# Builds whole sites with the Jekyll that is installed, and tells what Jekyll made of each document.
# In: JSON {"now": ISO, "sites": [{"folder": where its files are, "root": folder in which Jekyll is started}]}.
# Out: JSON {"versions": {...}, "made": [...]}, in the form of test/fixtures/sites.

require_relative "jekyllCommon"

def configuration(now, overrides)
  Jekyll.configuration({ "time" => Time.parse(now), "disable_disk_cache" => true }.merge(overrides))
end

def page_of(document, content, folder, outcome)
  { "file" => document.path.sub("#{folder}/", ""), "outcome" => outcome }.merge(known(document, content))
end

NOTHING = { "markdown" => "", "html" => "", "from" => "none", "wholePost" => false }.freeze
BARE = { "title" => nil, "date" => nil, "url" => nil, "tags" => nil, "categories" => [], "excerpt" => NOTHING }.freeze

def build(now, listener, overrides = {})
  listener.messages.clear
  ENV["TZ"] = "UTC"
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  site = Jekyll::Site.new(configuration(now, overrides))
  site.reset
  site.read
  documents = site.documents.select { |document| document.is_a?(Jekyll::Document) }
  contents = documents.to_h { |document| [document.path, document.content.dup] }
  site.generate
  site.render
  [documents, contents, listener.messages.dup]
end

# Each in a process of its own: plugins stay where they were loaded.
def made_of(site, now, listener)
  folder = site["folder"]
  Dir.chdir(File.join(folder, site["root"]))
  documents, contents, messages = build(now, listener)
  pages = documents.map do |document|
    bare = messages.any? { |level, text| level == "error" && text =~ /Error:\s/ && text.include?(document.path) }
    next { "file" => document.path.sub("#{folder}/", ""), "outcome" => "bare" }.merge(BARE) if bare

    text = File.read(document.path, :encoding => "bom|utf-8") !~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP
    outcome = document.write? ? (text ? "text" : "published") : "hidden"
    page_of(document, contents[document.path], folder, outcome)
  end
  seen = documents.map(&:path)
  all, contents, = build(now, listener, "future" => true, "unpublished" => true, "show_drafts" => true)
  pages += all.reject { |document| seen.include?(document.path) }
    .map { |document| page_of(document, contents[document.path], folder, "hidden") }
  { "pages" => pages.sort_by { |page| page["file"] } }
rescue Exception => e # Jekyll's own errors end the process, and so derive from it
  { "error" => "#{e.class}: #{e.message}".gsub("#{folder}/", "")[0, 300] }
end

def in_process_of_its_own
  reader, writer = IO.pipe
  child = fork do
    reader.close
    writer.write(JSON.generate(yield))
    writer.close
    exit!(0)
  end
  writer.close
  made = JSON.parse(reader.read)
  Process.wait(child)
  made
end

input = JSON.parse($stdin.read)
listener = listen
made = input["sites"].map { |site| in_process_of_its_own { made_of(site, input["now"], listener) } }
$stdout.write(JSON.generate({ "versions" => versions, "made" => made }))
